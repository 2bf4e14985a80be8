// What somebody has written is not lost by leaving the page unawares, nor by a session or a connection that ended while they
// wrote: before a page that has been open for long sends it, we look whether it would be taken.
import { say } from './desk.js';

const LONG = 5 * 60_000;
const TWICE = 3_000;
const toast = document.querySelector('.toast');
let known = Date.now();
let written = document.body.hasAttribute('data-unsaved');
let leaving = false;

const isWriting = form => form?.method === 'post' && form.querySelector('textarea:not([readonly])') !== null;

document.addEventListener('input', event => {
  if (isWriting(event.target.form)) written = true;
});

document.addEventListener('click', event => {
  if (event.target.closest('form > .acts a')) leaving = true; // the form's own way out of it
});

window.addEventListener('beforeunload', event => {
  if (written && !leaving) event.preventDefault();
});

window.addEventListener('pageshow', event => {
  if (event.persisted) leaving = false;
});

// A part of the page that is fetched anew would lead to the sign-in, and away from what is written.
document.addEventListener('htmx:beforeOnLoad', event => {
  if (event.detail.xhr.status !== 401 || !written) return;
  event.preventDefault();
  say(toast.dataset.out);
});

/** Somebody may have signed in again in another tab: then the secret of this page is no longer theirs. */
const isTaken = async () => {
  try {
    const page = await fetch('/desk/devices');
    const secret = page.redirected || !page.ok
      ? null
      : new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('meta[name=csrf]')?.content;
    if (!secret) {
      say(toast.dataset.out);
      return false;
    }
    document.querySelector('meta[name=csrf]').content = secret;
    for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = secret;
    known = Date.now();
    return true;
  } catch {
    say(toast.dataset.unconnected);
    return false;
  }
};

// Whoever presses twice means it once.
const going = new WeakSet();
document.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (going.has(form)) {
    event.preventDefault();
    return;
  }
  going.add(form);
  if (!isWriting(form) || Date.now() - known < LONG) {
    if (isWriting(form)) leaving = true;
    setTimeout(() => going.delete(form), TWICE); // what is downloaded leaves the page open
    return;
  }
  event.preventDefault();
  const taken = await isTaken();
  going.delete(form);
  if (taken) form.requestSubmit(event.submitter);
});
