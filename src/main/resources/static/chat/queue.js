/*
 * What the person said and the server has not taken yet. It is kept in the browser, leaves in order, one at a time,
 * and is tried again until the server says yes or says why not. The same letter may be sent twice (its answer got
 * lost, another tab sends it too): the server hears it once.
 */
const PREFIX = 'pokana.unsent.';
const TIMEOUT = 15_000;
const UPLOAD_TIMEOUT = 300_000;
const LONGEST_WAIT = 15_000;
const FRAMED = window.top === window ? '' : '?framed=true'; // another site's page needs another kind of cookie

const shelf = (() => {
  try {
    localStorage.setItem(PREFIX, '');
    localStorage.removeItem(PREFIX);
    return localStorage;
  } catch {
    return null; // storage is switched off: letters live as long as the page
  }
})();

export class Queue {
  /** @param on {state(letter, state, sentence), refused(letter, sentence), sent(letter), newSession()} */
  constructor(language, on) {
    this.language = language;
    this.on = on;
    this.letters = stored();
    this.session = null; // nothing leaves before we know whether there is one
    this.busy = false;
    this.timer = 0;
    this.failures = 0;
  }

  /** Keeps a letter for the next drain. */
  put(letter) {
    const full = { id: newId(), at: Date.now(), language: this.language, ...letter };
    this.letters.push(full);
    if (!full.files) { // files live as long as the page
      store(full);
    }
    return full;
  }

  add(letter) {
    const full = this.put(letter);
    queueMicrotask(() => this.drain()); // once it is shown
    return full;
  }

  retry() {
    this.failures = 0;
    this.drain();
  }

  async drain() {
    clearTimeout(this.timer);
    if (this.busy || this.session === null) {
      return;
    }
    this.busy = true;
    try {
      while (this.letters.length > 0 && await this.sendFirst());
    } finally {
      this.busy = false;
    }
  }

  /** Whether to go on with the next. */
  async sendFirst() {
    const letter = this.letters[0];
    this.on.state(letter, 'sending');
    const answer = await this.post(letter);
    if (answer.status === 202) {
      this.failures = 0;
      this.drop(letter);
      this.on.sent(letter);
      return true;
    }
    if ([400, 409, 413, 422].includes(answer.status)) {
      this.drop(letter);
      this.on.refused(letter, answer.message);
      return true;
    }
    const known = answer.status === 401 || answer.status === 403;
    this.letters.forEach(each => this.on.state(each, known ? 'failed' : 'waiting', answer.message));
    if (!known) {
      this.tryAgain(answer.wait);
    }
    return false;
  }

  tryAgain(wait) {
    this.failures += 1;
    const backOff = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(this.failures, 5)) * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.drain(), wait || backOff);
  }

  drop(letter) {
    this.letters = this.letters.filter(each => each.id !== letter.id);
    shelf?.removeItem(key(letter));
  }

  async post(letter) {
    const { shown, at, ...body } = letter;
    const label = letter.pick && shown;
    if (letter.files) {
      return bring(letter, this.language);
    }
    if (this.session) {
      const answer = await call('/chat/messages', { ...body, label }, this.language);
      if (answer.status !== 401) {
        return answer;
      }
    }
    const session = await call('/chat/session' + FRAMED, {}, this.language);
    if (session.status !== 204) {
      return session;
    }
    this.session = true;
    this.on.newSession();
    return call('/chat/messages', { ...body, label }, this.language);
  }
}

function call(path, body, language) {
  return send(path, JSON.stringify(body), { 'Content-Type': 'application/json' }, language, TIMEOUT);
}

function bring(letter, language) {
  const form = new FormData();
  form.append('id', letter.id);
  form.append('text', letter.text ?? '');
  form.append('language', language);
  letter.files.forEach(file => form.append('files', file, file.name));
  return send('/chat/files', form, {}, language, UPLOAD_TIMEOUT);
}

/** Never throws; status 0 means that nobody answered. */
async function send(path, body, headers, language, timeout) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { ...headers, 'Accept-Language': language },
      body,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeout),
    });
    const problem = response.ok ? {} : await response.json().catch(() => ({}));
    return {
      status: response.status,
      message: problem.message,
      wait: 1000 * Number(response.headers.get('Retry-After') ?? 0),
    };
  } catch {
    return { status: 0 };
  }
}

function newId() {
  // randomUUID is missing on pages without https, such as on an office's own network
  return crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

function key(letter) {
  return PREFIX + letter.at + '.' + letter.id;
}

function store(letter) {
  try {
    shelf?.setItem(key(letter), JSON.stringify(letter));
  } catch {
    // the shelf is full; the letter is still in this page
  }
}

function stored() {
  return Object.keys(shelf ?? {})
    .filter(name => name.startsWith(PREFIX))
    .sort()
    .flatMap(name => {
      try {
        return [JSON.parse(shelf.getItem(name))];
      } catch {
        shelf.removeItem(name); // not ours, or cut off
        return [];
      }
    });
}
