// What the desk's pages do besides what their forms and links do without any script.

const secret = document.querySelector('meta[name=csrf]')?.content;

document.addEventListener('htmx:configRequest', event => {
  if (secret) event.detail.headers['X-CSRF-TOKEN'] = secret;
});

// What was just done is said once, not again after a reload.
const address = new URL(location.href);
if (address.searchParams.has('done')) {
  for (const said of ['done', 'about', 'undone']) address.searchParams.delete(said);
  history.replaceState(null, '', address);
}

// A message of the page's own, such as that something was copied.
const toast = document.querySelector('.toast');
export const say = text => {
  if (!toast || !text) return;
  const line = document.createElement('p');
  line.textContent = text;
  toast.replaceChildren(line);
};

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
  const question = event.target.dataset.sure;
  if (question && !confirm(question)) event.preventDefault();
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
});
