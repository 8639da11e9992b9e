import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CitableEdition } from '../../src/citation/unit.js';
import { citableEdition } from '../../src/citation/units.js';
import { buildText } from '../building.js';
import { inRepository, readText } from '../repository.js';

export const FLAGSHIP = '1963-01-10-rusk-kuznetsov';
const FILE = `output/${FLAGSHIP}/${FLAGSHIP}.xml`;
const ADDRESS = `https://memcon.example/editions/${FLAGSHIP}/index.html`;

export const flagshipTei = (): string => readText(FILE);

/** The flagship as it would be published at an address. */
export const publishedTei = (): string =>
  flagshipTei().replace(/(<idno type="memcon">[^<]*<\/idno>)/, `$1<idno type="URI">${ADDRESS}</idno>`);

export const flagship = (): CitableEdition => citableEdition(FILE, flagshipTei());
export const published = (): CitableEdition => citableEdition(FILE, publishedTei());

/** A talk of the fixtures, built without an editor. */
export const talk = (name: string): string => buildText(readText(`tests/fixtures/talks/${name}/transcription.md`)).tei!;

export const foldersIn = (path: string): string[] =>
  readdirSync(inRepository(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(path, name))
    .sort();
