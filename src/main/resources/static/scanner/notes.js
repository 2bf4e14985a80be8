/* What was noted and not yet sent: kept in the browser, without names, until the service says that it has it. */
const PREFIX = 'pokana.scanner.';
const PAUSE = 4000;

/** Notes of one forum, in their order; told of what came of each, of how many wait, and when the session is over. */
export function notes(forum, { heard, waits, ended }) {
  const key = PREFIX + forum;
  let sending = false;
  let timer;

  function all() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  function keep(list) {
    if (list.length === 0) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(list));
    }
    waits(list.length);
  }

  function add(read, undo) {
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
    keep([...all(), { id, read, undo }]);
    send();
    return id;
  }

  /** One after the other: what is taken back must come after what was noted. Sent twice, it is noted once. */
  async function send() {
    clearTimeout(timer);
    if (sending) {
      return;
    }
    sending = true;
    try {
      for (let next = all()[0]; next; next = all()[0]) {
        const answer = await post('/scanner/notes', { read: next.read, undo: next.undo });
        if (answer.status === 401) {
          ended();
          return;
        }
        if (!answer.ok && (answer.status >= 500 || answer.status === 429)) {
          throw new Error('not taken: ' + answer.status);
        }
        const noted = answer.ok ? await answer.json() : { outcome: 'UNKNOWN' };
        keep(all().filter(note => note.id !== next.id));
        heard(next, noted);
      }
    } catch {
      timer = setTimeout(send, PAUSE);
    } finally {
      sending = false;
    }
  }

  addEventListener('online', send);
  waits(all().length);
  send();
  return { add, send };
}

export function post(address, body) {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15000),
  });
}
