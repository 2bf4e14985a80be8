import { Composer } from './composer.js';
import { Notices } from './notices.js';
import { Parcel } from './parcel.js';
import { Queue } from './queue.js';
import { Stream } from './stream.js';
import { Talk } from './talk.js';

/* The chat as a whole: what is written or pressed goes into the queue, what the stream brings is shown in the talk. */
const NEAR_END = 120;
const MARGIN = 12;
const ONE_ANSWER = 2_000;
const TRY_AGAIN = 3_000;
const COPIED = 2_000;

const root = document.querySelector('#chat');
const words = root.dataset;
const log = root.querySelector('.chat-log');
const newer = root.querySelector('.chat-newer');
const earlier = root.querySelector('.chat-earlier');

const notices = new Notices(root);

const talk = new Talk(root, {
  pick: (pick, label, number) => say({ pick, shown: label, on: number }),
  retry: () => queue.retry(),
  copied,
});

const composer = new Composer(root, {
  write: text => say({ text }),
  tooLong: () => notices.tell(words.tooLong),
});

const parcel = new Parcel(root, {
  bring: files => say({ files }),
  wrong: sentence => notices.tell(sentence),
});

const queue = new Queue(words.language, {
  state: (letter, state, sentence) => {
    talk.state(letter.id, state);
    if (state === 'sending') {
      notices.asked();
    } else {
      notices.tell(sentence ?? words.away);
    }
  },
  refused: (letter, sentence) => {
    talk.drop(letter.id);
    notices.tell(sentence ?? words.failed);
    if (letter.text && !letter.shown) {
      composer.giveBack(letter.text);
    }
  },
  sent: letter => {
    notices.tell('');
    notices.expectAnswer(follow);
    talk.sent(letter.id);
    if (!stream.wanted) {
      stream.open();
    }
  },
  newSession: () => {
    stream.close();
    stream.since = 0;
    empty();
  },
});

const stream = new Stream(0, {
  said: hear,
  changed: entry => talk.replace(entry) && notices.announce(entry, words.newsChanged),
  removed: ({ number }) => {
    talk.remove(number);
    talk.markDays();
  },
  asks: ({ files }) => parcel.show(files),
  erased: () => {
    parcel.show(false);
    queue.session = false;
    empty();
    talk.markDays();
    talk.remark(words.erased);
    notices.speak(words.erased);
  },
  reset: () => empty(),
  open: () => {
    parcel.show(false); // until we are told otherwise
    notices.connected();
    queue.retry();
  },
  lost: () => notices.lost(),
});

/** The button says so for a moment, and so does a screen reader. */
function copied(button) {
  button.dataset.label ??= button.textContent;
  button.textContent = words.copied;
  notices.speak(words.copied);
  setTimeout(() => { button.textContent = button.dataset.label; }, COPIED);
}

function say(letter) {
  notices.tell('');
  talk.expect(queue.add(letter));
  talk.markDays();
  toEnd();
}

function hear(entry) {
  follow(() => {
    const element = talk.show(entry, true);
    if (element) {
      talk.markDays();
    }
    if (element && entry.who === 'bot') {
      notices.answered();
      notices.announce(entry, words.botSaid);
      return element;
    }
    return null;
  });
}

/** Nothing that was said before is there any more, neither here nor further up. */
function empty() {
  talk.clear();
  earlier.hidden = true;
}

/* An answer may be several messages; it is read from the start of the first. */
const answer = { start: null, at: 0, atEnd: false };

/** Stays at the end of the talk, unless the person is reading further up or the answer is longer than the window. */
function follow(change) {
  const near = isNearEnd();
  const element = change();
  if (element) {
    answer.start = near && Date.now() - answer.at > ONE_ANSWER ? element : answer.start ?? element;
    answer.at = Date.now();
  }
  if (near) {
    log.scrollTop = Math.min(log.scrollHeight, (answer.start?.offsetTop ?? Infinity) - MARGIN);
  }
  answer.atEnd = isNearEnd();
  newer.hidden = answer.atEnd;
}

function isNearEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
}

function toEnd() {
  answer.start = null;
  answer.atEnd = true;
  log.scrollTop = log.scrollHeight;
  newer.hidden = true;
}

async function load(before) {
  const response = await fetch('/chat/history' + (before ? '?before=' + before : ''), { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`history ${response.status}`);
  }
  const page = await response.json();
  page.said.forEach(entry => talk.show(entry, false));
  talk.markDays();
  if (!before) {
    parcel.show(page.files);
  }
  earlier.hidden = !page.more;
  earlier.dataset.before = page.first;
  return page;
}

async function loadEarlier() {
  const fromEnd = log.scrollHeight - log.scrollTop;
  await load(earlier.dataset.before);
  log.scrollTop = log.scrollHeight - fromEnd;
  log.focus({ preventScroll: true });
}

/** What was said before comes from the server; until it answers, what waits here is shown at least. */
async function begin() {
  try {
    const page = await load();
    notices.connected();
    stream.since = page.last;
    queue.session = page.session;
    if (page.session) {
      stream.open();
      toEnd();
    }
    queue.drain();
  } catch {
    notices.lost();
    setTimeout(begin, TRY_AGAIN);
  }
}

/** A link such as /?start=forum-haskovo opens the talk about it, once. */
function startOnce() {
  const address = new URL(location.href);
  const payload = address.searchParams.get('start');
  if (payload === null) {
    return;
  }
  address.searchParams.delete('start');
  if (/^[\w-]{1,64}$/.test(payload)) {
    talk.expect(queue.put({ text: '/start ' + payload, shown: words.started }));
  }
  history.replaceState(null, '', address);
}

/** What somebody looked for in vain on another page lies ready to be sent. */
function lieReady() {
  const address = new URL(location.href);
  const words = address.searchParams.get('say');
  if (words === null) {
    return;
  }
  address.searchParams.delete('say');
  history.replaceState(null, '', address);
  composer.giveBack(words.slice(0, 200));
  composer.focus();
}

log.addEventListener('scroll', () => {
  newer.hidden ||= isNearEnd();
  answer.atEnd = isNearEnd();
}, { passive: true });
/* A notice below, or the phone's keyboard, must not cover what was said last. */
new ResizeObserver(() => {
  if (answer.atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}).observe(log);
/* A picture is as high as it is only once it is there. */
log.addEventListener('load', () => {
  if (answer.atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}, true);
newer.addEventListener('click', () => {
  toEnd();
  composer.focus();
});
earlier.addEventListener('click', () => loadEarlier().catch(() => notices.lost()));

/* Buttons and links anywhere on the page that talk to the chat. */
document.addEventListener('click', event => {
  const button = event.target.closest('[data-pick]');
  if (!button) {
    return;
  }
  event.preventDefault(); // without us, a link goes where it leads
  say({ pick: button.dataset.pick, shown: button.dataset.label ?? button.textContent.trim() });
  if (!root.contains(button)) {
    root.scrollIntoView({ block: 'nearest' });
    log.focus({ preventScroll: true });
  }
});

/* Who changes the page's language means the talk, too; it is said once the new page is there. */
document.addEventListener('click', event => {
  const link = event.target.closest('.languages a');
  if (link && queue.session && link.hreflang !== words.language) {
    queue.put({ pick: '/language ' + link.hreflang, shown: link.textContent.trim() });
  }
});

queue.letters.forEach(letter => talk.expect(letter));
startOnce();
lieReady();
talk.markDays();
begin();
