/* Checks people in: by the camera, by number, or by a few letters. Names are only ever in the memory of the page. */
import { canRead, watch } from './camera.js';
import { notes, post } from './notes.js';

const REFRESHED = 15000;
const MOST_SHOWN = 8;

const page = document.querySelector('.scanner');
const words = page.dataset;
const part = name => page.querySelector('.' + name);
const result = part('result');
const undo = part('undo');
const field = page.querySelector('input');
const count = { here: 0, of: 0 };
let people = [];
let queue;
let lastRead;
let stopCamera;

const SAYS = {
  HERE: ['here', 'good'],
  HERE_ALREADY: ['already', 'good'],
  TAKEN_BACK: ['takenBack', 'plain'],
  NO_SEAT: ['noSeat', 'bad'],
  UNKNOWN: ['unknown', 'bad'],
  CLOSED: ['closed', 'bad'],
};

start();

/** A new link opened where the page is open already. */
addEventListener('hashchange', () => location.hash.length > 1 && location.reload());

async function start() {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  if (token && !await opened(token)) {
    return;
  }
  await refresh();
  setInterval(refresh, REFRESHED);
}

/** The link works once: it is changed for a session, which the browser keeps. */
async function opened(token) {
  try {
    const answer = await post('/scanner/session', { token });
    if (answer.status === 410 && (await fetch('/scanner/people')).ok) {
      return true; // the page was opened again on the same phone
    }
    if (answer.ok) {
      return true;
    }
    show('', words.used, 'bad');
  } catch {
    show('', words.used, 'bad');
  }
  return false;
}

async function refresh() {
  try {
    const answer = await fetch('/scanner/people', { signal: AbortSignal.timeout(10000) });
    if (answer.status === 401) {
      ended();
      return;
    }
    if (!answer.ok) {
      return;
    }
    const now = await answer.json();
    people = now.people;
    part('forum').textContent = now.forum;
    counted(now.count);
    queue ??= begin(now.id);
  } catch {
    // no network: what is known stays
  }
}

function begin(forum) {
  offerCamera();
  return notes(forum, { heard, waits, ended });
}

function counted(now) {
  Object.assign(count, now);
  part('count').textContent = words.count.replace('#1', count.here).replace('#2', count.of);
}

function waits(many) {
  const note = part('waiting');
  note.hidden = many === 0;
  note.textContent = words.waiting.replace('#', many);
}

function ended() {
  show('', words.ended, 'bad');
}

function note(read, takeBack) {
  if (!queue) {
    return;
  }
  lastRead = read;
  const known = people.find(person => String(person.number) === read);
  show(known ? label(known) : '', words.kept, 'plain');
  queue.add(read, takeBack);
}

/** What came of a note; of one made long ago, only the count. */
function heard(sent, noted) {
  const [says, tone] = SAYS[noted.outcome] ?? SAYS.UNKNOWN;
  if (noted.count) {
    counted(noted.count);
  }
  if (noted.person) {
    const known = people.find(person => person.number === noted.person.number);
    if (known) {
      Object.assign(known, noted.person);
    }
  }
  if (sent.read !== lastRead) {
    return;
  }
  show(noted.person ? label(noted.person) : '', words[says], tone);
  const here = noted.outcome === 'HERE' || noted.outcome === 'HERE_ALREADY';
  undo.hidden = !here;
  undo.onclick = () => note(sent.read, true);
  if (navigator.vibrate) {
    navigator.vibrate(here ? 80 : [80, 60, 80]);
  }
  look();
}

function show(who, what, tone) {
  result.hidden = false;
  result.className = 'result ' + tone;
  part('what').textContent = what;
  part('who').textContent = who;
  undo.hidden = true;
}

function label(person) {
  const number = words.number.replace('#', person.number);
  return [`${number} ${person.name}`, person.organisation].filter(Boolean).join(', ');
}

async function offerCamera() {
  const button = part('camera');
  if (!await canRead()) {
    hint(words.noCamera);
    return;
  }
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (stopCamera) {
      stopCamera();
      stopCamera = undefined;
      button.textContent = words.camera;
      return;
    }
    try {
      stopCamera = await watch(page.querySelector('video'), read => note(read, false));
      button.textContent = words.stop;
    } catch {
      hint(words.refused);
    }
  });
}

function hint(text) {
  part('hint').hidden = false;
  part('hint').textContent = text;
}

page.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  const typed = field.value.trim();
  if (/^\d{1,6}$/.test(typed)) {
    field.value = '';
    note(typed, false);
  }
});
field.addEventListener('input', look);

let looking = 0;

/** The service knows all spellings; without a network, what was typed is looked for as it is. */
async function look() {
  const letters = field.value.trim();
  const mine = ++looking;
  if (letters.length < 2 && !/^\d+$/.test(letters)) {
    list([], letters);
    return;
  }
  list(here(letters), letters);
  if (/^\d+$/.test(letters)) {
    return;
  }
  try {
    const answer = await fetch('/scanner/people?letters=' + encodeURIComponent(letters));
    if (answer.ok && mine === looking) {
      list((await answer.json()).people, letters);
    }
  } catch {
    // shown already
  }
}

function here(letters) {
  const typed = letters.toLowerCase().split(/\s+/);
  return people.filter(person => {
    const own = [String(person.number), ...`${person.name} ${person.organisation}`.toLowerCase().split(/[\s„“".,-]+/)];
    return typed.every(word => own.some(known => known.startsWith(word)));
  });
}

function list(found, letters) {
  const shown = found.slice(0, MOST_SHOWN).map(person => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = person.here ? 'here' : '';
    button.textContent = `${words.number.replace('#', person.number)} ${person.name}`;
    const small = document.createElement('small');
    small.textContent = [person.organisation, person.here ? words.here : ''].filter(Boolean).join(' · ');
    button.append(small);
    button.addEventListener('click', () => {
      field.value = '';
      list([], '');
      note(String(person.number), false);
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  if (shown.length === 0 && letters.length >= 2) {
    const item = document.createElement('li');
    item.textContent = words.nobody;
    shown.push(item);
  }
  part('found').replaceChildren(...shown);
}
