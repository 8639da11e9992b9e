// Collects the decisions that are chosen on the page of a review; without it each is copied by itself.
const content = document.getElementById('content');
const collected = document.createElement('section');
collected.className = 'collected';
collected.setAttribute('aria-labelledby', 'collected');
collected.innerHTML = '<h2 id="collected">Chosen</h2><p role="status"></p>';
content.append(collected);

const editions = [...document.querySelectorAll('.waiting')].map((section, i) => {
  const name = section.dataset.edition;
  const label = document.createElement('label');
  label.htmlFor = `chosen-${i + 1}`;
  label.textContent = `For the edition.yaml of ${name}`;
  const area = document.createElement('textarea');
  area.id = label.htmlFor;
  area.spellcheck = false;
  area.readOnly = true;
  collected.append(label, area);
  return { section, label, area };
});

/** Keys of edition.yaml itself come before its decisions; two entries may be settled by the same decision. */
function yamlOf(section) {
  const chosen = [...section.querySelectorAll('.way.taken textarea')].map(({ value }) => value.replace(/\s*$/, '\n'));
  const keys = chosen.flatMap((yaml) => yaml.match(/^\w.*\n/gm) ?? []);
  const decisions = chosen.flatMap((yaml) => yaml.replace(/^\w.*\n/gm, '').split(/^(?= {2}- )/m)).filter((each) => each.trim());
  const list = [...new Set(decisions)].join('');
  return [...new Set(keys)].join('') + (list === '' ? '' : `decisions:\n${list}`);
}

function collect() {
  for (const { section, label, area } of editions) {
    area.value = yamlOf(section);
    area.rows = Math.max(2, area.value.split('\n').length);
    label.hidden = area.hidden = area.value === '';
  }
  const n = document.querySelectorAll('.way.taken').length;
  collected.querySelector('[role=status]').textContent =
    n === 0 ? 'Nothing yet: choose a way at an entry.' : `${n} ${n === 1 ? 'entry is' : 'entries are'} settled. Add this to what is there.`;
}

for (const entry of document.querySelectorAll('.case')) {
  const ways = [...entry.querySelectorAll('.way')];
  for (const way of ways) {
    const label = way.querySelector('label');
    const area = way.querySelector('textarea');
    const box = document.createElement('input');
    box.type = 'checkbox';
    label.prepend(box);
    label.removeAttribute('for');
    area.setAttribute('aria-label', label.textContent.trim());
    box.addEventListener('change', () => {
      for (const other of ways) {
        other.classList.toggle('taken', other === way && box.checked);
        other.querySelector('input').checked = other === way && box.checked;
      }
      collect();
    });
    area.addEventListener('input', collect);
  }
}
collect();
