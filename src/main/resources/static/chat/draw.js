import { drawFile, drawMedia } from './exhibits.js';

/* Makes one bubble. All words come from the page's templates; what was said is only ever set as text. */
const MANY = 6;
const LINK = /https?:\/\/[^\s<>"«»„“”]+[^\s<>"«»„“”.,;:!?)\]]/g;

export function drawPerson(template, entry, words, onRetry) {
  const element = copy(template, entry);
  drawMedia(element.querySelector('.media'), entry.media, words, words.language);
  element.dataset.key = entry.key;
  const retry = element.querySelector('.retry');
  retry.hidden = true;
  retry.addEventListener('click', onRetry);
  return element;
}

export function drawBot(template, entry, words, onPick, onCopied) {
  const element = copy(template, entry);
  drawMedia(element.querySelector('.media'), entry.media, words, words.language);
  if (entry.file) {
    element.querySelector('.place').before(drawFile(entry.file, words, words.language));
  }
  drawPlace(element.querySelector('.place'), entry.place);
  drawCopy(element.querySelector('.copy'), entry.copy, onCopied);
  drawPicks(element.querySelector('.picks'), entry.buttons, onPick);
  if (!entry.changed) {
    element.querySelector('.changed').remove();
  }
  return element;
}

function copy(template, entry) {
  const element = template.content.firstElementChild.cloneNode(true);
  const text = element.querySelector('.text');
  if (entry.text) {
    write(text, entry.text);
  } else {
    text.remove();
  }
  return element;
}

/** Text, with addresses of pages made into links. */
function write(element, text) {
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    const link = document.createElement('a');
    link.href = found[0];
    link.textContent = found[0];
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    element.append(text.slice(end, found.index), link);
    end = found.index + found[0].length;
  }
  element.append(text.slice(end));
}

function drawPlace(box, place) {
  if (!place) {
    box.remove();
    return;
  }
  box.querySelector('.place-title').textContent = place.title;
  box.querySelector('.place-address').textContent = place.address;
  box.querySelector('.place-map').href = place.map;
}

/** Only where the browser lets a page write to the clipboard; what is copied stands in the text, too. */
function drawCopy(button, copy, onCopied) {
  if (!copy || !navigator.clipboard) {
    button.remove();
    return;
  }
  button.textContent = copy.label;
  button.addEventListener('click', () => navigator.clipboard.writeText(copy.text).then(() => onCopied(button)));
}

function drawPicks(group, buttons, onPick) {
  if (buttons.length === 0) {
    group.remove();
  }
  group.classList.toggle('many', buttons.length >= MANY);
  for (const { pick, label, tone } of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = tone;
    button.textContent = label;
    button.addEventListener('click', () => onPick(pick, label));
    group.append(button);
  }
}
