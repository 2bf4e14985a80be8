// Keeps a page up to date while it is looked at. The server tells what elements show, by their names; where more than a
// number has changed, the part of the page is fetched anew. Where no connection can be kept, parts are fetched now and then.
import { say } from './desk.js';

const SILENCE = 40_000; // the server gives a sign of life every 15 seconds
const NOW_AND_THEN = 15_000;
const ATTRIBUTES = new Set(['value', 'aria-label', 'points', 'data-none']);

let source = null;
let watch = 0;
let timer = 0;
let failures = 0;
let out = false;

const parts = () => [...document.querySelectorAll('[data-live]')];

const put = (element, attribute, value) => {
  if (!attribute) {
    if (element.textContent !== value) element.textContent = value;
  } else if (ATTRIBUTES.has(attribute)) {
    if (value === '') element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  }
};

const show = ({ subject, shows }) => {
  for (const part of parts().filter(each => each.dataset.live === subject)) {
    if (shows.state !== undefined && part.dataset.state !== shows.state) {
      htmx.trigger(part, 'stale');
      continue;
    }
    for (const element of part.querySelectorAll('[data-shows]')) {
      for (const word of element.dataset.shows.split(' ')) {
        const [name, attribute] = word.split(':');
        if (shows[name] !== undefined) put(element, attribute, shows[name]);
      }
    }
  }
};

const close = () => {
  clearTimeout(watch);
  clearTimeout(timer);
  source?.close();
  source = null;
};

const alive = () => {
  clearTimeout(watch);
  watch = setTimeout(open, SILENCE);
  failures = 0;
};

/** The browser comes back by itself as long as it can; where it gives up, we do, and look by other means meanwhile. */
const failed = () => {
  if (source?.readyState !== EventSource.CLOSED) return;
  close();
  failures += 1;
  if (failures > 2) parts().forEach(part => htmx.trigger(part, 'stale'));
  timer = setTimeout(open, failures > 2 ? NOW_AND_THEN : 500 * 2 ** failures);
};

const leave = said => {
  close();
  out = true;
  say(said);
};

function open() {
  close();
  const subjects = [...new Set(parts().map(part => part.dataset.live))];
  if (out || document.hidden || subjects.length === 0) return;
  source = new EventSource('/desk/live/' + subjects.map(encodeURIComponent).join(','));
  source.addEventListener('open', alive);
  source.addEventListener('beat', alive);
  source.addEventListener('news', event => {
    alive();
    show(JSON.parse(event.data));
  });
  source.addEventListener('away', close);
  source.addEventListener('out', () => leave(document.querySelector('.toast')?.dataset.out));
  source.addEventListener('error', failed);
  watch = setTimeout(open, SILENCE);
}

document.addEventListener('visibilitychange', open); // nobody looks at a hidden page, and connections are few
window.addEventListener('pageshow', event => event.persisted && open());
window.addEventListener('online', open);
open();
