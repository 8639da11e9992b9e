import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../command.js';
import { chromium, inRepository, skipped } from '../repository.js';
import { get, type Preview, serving, until } from './previewing.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const OTHER = 'women-and-couples';
const folder = emptyFolder();
const file = (path: string) => join(folder, 'editions', path);
let preview: Preview;
beforeAll(async () => {
  cpSync(inRepository('editions'), join(folder, 'editions'), { recursive: true });
  cpSync(inRepository(`tests/fixtures/talks/${OTHER}`), file(OTHER), { recursive: true });
  preview = await serving([], folder);
});
afterAll(async () => {
  await preview?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes a file as an editor's program does, and waits until the preview has built anew. */
async function change(path: string, make: (text: string) => string): Promise<string> {
  const before = preview.said().length;
  const part = `${file(path)}.tmp`;
  writeFileSync(part, make(readFileSync(file(path), 'utf8')));
  renameSync(part, file(path));
  await until(() => /^built /m.test(preview.said().slice(before)), `a build after ${path} was changed`);
  return preview.said().slice(before);
}
const page = async (path: string) => Buffer.from((await get(preview.port, path)).body, 'latin1').toString('utf8');

describe('a change', () => {
  it('of a transcription builds its edition anew, and no other', async () => {
    const said = await change(`${OTHER}/transcription.md`, (text) => `${text}\n\nA sentence was added.\n`);
    expect(said).toContain(`built ${OTHER}`);
    expect(said).not.toContain(NAME);
    expect(await page(`/${OTHER}/`)).toContain('A sentence was added.');
  });

  it('of edition.yaml, of an authority file and of memcon.yaml is seen', async () => {
    await change(`${NAME}/edition.yaml`, (text) => text.replace('U.S.-Soviet Relations', 'A Subject of the Test'));
    expect(await page(`/${NAME}/`)).toContain('A Subject of the Test');
    const said = await change('authorities/people.xml', (text) => text.replace('Viktor P. Karpov', 'Victor Q. Karpov'));
    expect(said).toContain(NAME);
    expect((await get(preview.port, `/${NAME}/${NAME}.xml`)).body).toContain('Victor Q. Karpov');
    await change('memcon.yaml', (text) => text.replace(/^title:.*$/m, 'title: The Workspace Renamed'));
    expect(await page('/')).toContain('The Workspace Renamed');
  });

  it('that cannot be built leaves the last pages, with what is wrong', async () => {
    const good = readFileSync(file(`${NAME}/edition.yaml`), 'utf8');
    await change(`${NAME}/edition.yaml`, (text) =>
      text.replace(
        /^decisions:\n/m,
        '$&  - page: 2\n    quote: "words that stand [nowhere] at all"\n    reading: somewhere\n    reason: none\n',
      ),
    );
    const broken = await page(`/${NAME}/`);
    expect(/\[[a-z-]+\]<\/code>/.exec(broken)?.[0]).toContain('[decision-finds-its-words]');
    expect(broken).toMatch(/edition\.yaml:\d+:\d+/);
    expect(broken).toContain('A Subject of the Test');
    expect(await page('/')).toContain(`${NAME}/index.html`);
    await change('memcon.yaml', (text) => `${text}\n: [`);
    expect(await page('/')).toContain('memcon.yaml:');
    expect(await page(`/${NAME}/`)).toContain('A Subject of the Test');
    await change('memcon.yaml', (text) => text.replace('\n: [', ''));
    await change(`${NAME}/edition.yaml`, () => good);
    expect(await page(`/${NAME}/`)).not.toContain('memcon-messages');
  });

  it('leaves no trace in the workspace', () => {
    const names = [...treeOf(folder).keys()];
    expect(names.filter((name) => /ids\.json|output|\.html/.test(name))).toEqual([`editions/${NAME}/ids.json`]);
    expect(readFileSync(file(`${NAME}/ids.json`))).toEqual(readFileSync(inRepository(`editions/${NAME}/ids.json`)));
  });
});

const noBrowser = skipped(chromium, 'the preview in a browser', 'Install Chromium, or name one in CHROMIUM_PATH.');
describe.skipIf(noBrowser)('in a browser', () => {
  let browser: Browser;
  let tab: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await driver.launch({ executablePath: chromium!, args: ['--no-sandbox', '--disable-gpu'] });
    tab = await browser.newPage();
    tab.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => browser?.close());

  it('the page loads itself anew, and shows a fault and its mending', async () => {
    await tab.goto(`${preview.address}${OTHER}/`);
    await change(`${OTHER}/transcription.md`, (text) => text.replace('A sentence was added.', 'Another one was.'));
    await tab.getByText('Another one was.').first().waitFor();
    writeFileSync(file(`${OTHER}/edition.yaml`), 'decisions:\n  - page: 1\n');
    await tab.getByRole('alert').waitFor();
    expect(await tab.getByRole('alert').textContent()).toMatch(/edition\.yaml:\d+/);
    rmSync(file(`${OTHER}/edition.yaml`));
    await tab.getByRole('alert').waitFor({ state: 'detached' });
  });

  it.each(['', `${NAME}/`, `${NAME}/diplomatic.html`, `${NAME}/errata.html`, 'schema/guidelines.html', 'nowhere'])(
    'the policy has nothing against /%s',
    async (path) => {
      complaints.length = 0;
      await tab.goto(`${preview.address}${path}`, { waitUntil: 'load' });
      await tab.waitForTimeout(100);
      expect(complaints.filter((said) => !/status of 404/.test(said))).toEqual([]);
    },
  );
});
