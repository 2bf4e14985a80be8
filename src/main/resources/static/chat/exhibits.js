/* Shows pictures side by side, and lets sounds and films be played and files be saved. */
export function drawMedia(box, media, words, language) {
  if (!media || media.length === 0) {
    box.remove();
    return;
  }
  const shots = media.filter(isPicture);
  if (shots.length > 0) {
    box.append(drawShots(shots, words));
  }
  media.filter(each => !isPicture(each)).forEach(each => box.append(drawOther(each, words, language)));
}

function isPicture(exhibit) {
  return exhibit.type.startsWith('image/') && exhibit.kind !== 'file';
}

function drawShots(shots, words) {
  const grid = document.createElement('div');
  grid.className = shots.length === 1 ? 'shots one' : 'shots';
  shots.forEach((shot, i) => {
    const link = document.createElement('a');
    link.href = shot.href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    const picture = document.createElement('img');
    picture.src = shot.href;
    picture.loading = 'lazy';
    picture.alt = words.photo.replace('#1', i + 1).replace('#2', shots.length);
    link.append(picture);
    grid.append(link);
  });
  return grid;
}

function drawOther(exhibit, words, language) {
  const player = exhibit.kind === 'file' ? null : exhibit.type.startsWith('audio/') || isSound(exhibit) ? 'audio' : 'video';
  return player ? drawPlayer(player, exhibit, words) : drawFile(exhibit, words, language);
}

function isSound(exhibit) {
  return exhibit.kind === 'audio' || exhibit.kind === 'voice';
}

function drawPlayer(kind, exhibit, words) {
  const player = document.createElement(kind);
  player.controls = true;
  player.preload = kind === 'audio' ? 'none' : 'metadata';
  player.src = exhibit.href;
  player.setAttribute('aria-label', `${words[kind]}: ${exhibit.name}`);
  return player;
}

export function drawFile(file, words, language) {
  const link = document.createElement('a');
  link.className = 'file';
  link.download = '';
  link.href = file.href;
  if (file.type === 'image/png' && !file.kind) { // ours; what people passed on as a file stays one
    link.append(drawPicture(file));
  }
  link.append(line('file-name', file.name), line('file-note', `${words.file} · ${size(file.bytes, language)}`));
  return link;
}

/** Its words stand in the message; the link says its name. */
function drawPicture(file) {
  const picture = document.createElement('img');
  picture.className = 'file-picture';
  picture.src = file.href;
  picture.alt = '';
  return picture;
}

function line(className, text) {
  const line = document.createElement('span');
  line.className = className;
  line.textContent = text;
  return line;
}

function size(bytes, language) {
  const large = bytes >= 1024 * 1024;
  return new Intl.NumberFormat(language, {
    style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1024 / 1024 : Math.max(1, Math.round(bytes / 1024)));
}
