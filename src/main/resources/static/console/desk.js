// What the desk's pages do besides what their forms and links do without any script.

document.addEventListener('htmx:configRequest', event => {
  const secret = document.querySelector('meta[name=csrf]')?.content;
  if (secret) event.detail.headers['X-CSRF-TOKEN'] = secret;
});

// What was just done is said once, not again after a reload.
const address = new URL(location.href);
if (address.searchParams.has('done')) {
  for (const said of ['done', 'about', 'undone']) address.searchParams.delete(said);
  history.replaceState(null, '', address);
}

// On a phone the sections are a strip, of which only a part is seen.
document.querySelector('.sections [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });

// A message of the page's own, such as that something was copied.
const toast = document.querySelector('.toast');
export const say = text => {
  if (!toast || !text) return;
  const line = document.createElement('p');
  line.textContent = text;
  toast.replaceChildren(line);
};

// What can be undone for some seconds only is not offered any longer.
const LONGEST_TOAST = 3600;
const seconds = Number(toast?.dataset.for);
if (seconds > 0 && seconds < LONGEST_TOAST) setTimeout(() => toast.replaceChildren(), seconds * 1000);

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copies]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(source.value);
  } catch {
    source.select(); // whoever may not copy by script copies by hand
    return;
  }
  say(button.dataset.copied);
});

document.addEventListener('submit', event => {
  const question = event.submitter?.dataset.sure ?? event.target.dataset.sure;
  if (question && !confirm(question)) event.preventDefault();
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
});

// Ticks all of a list, or none again.
for (const button of document.querySelectorAll('[data-ticks]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${button.dataset.ticks}"]`)];
    const all = boxes.every(box => box.checked);
    for (const box of boxes) box.checked = !all;
  });
}

// What is too large is said before it is sent; the service would only turn it away.
document.addEventListener('submit', event => {
  const largest = Number(event.target.dataset.largest);
  if (!largest) return;
  const files = [...event.target.querySelectorAll('input[type=file]')].flatMap(input => [...input.files]);
  if (files.reduce((sum, file) => sum + file.size, 0) <= largest) return;
  event.preventDefault();
  say(event.target.dataset.tooLarge);
});
