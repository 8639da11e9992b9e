import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { kindOf, writeAll } from '../corpus/files.js';
import { packageFile } from '../corpus/package-files.js';
import { MaterialError, message } from '../messages/message.js';
import type { Finish, OutputOptions } from './output.js';

const EXAMPLES = `
Examples:
  memcon init my-editions
  cd my-editions && memcon build`;

const EXAMPLE = '1963-01-10-rusk-kuznetsov';
/** The example is the first page of the memorandum that the package carries as its model edition. */
const FIRST_PAGE_ENDS = 'FORM 5-61';

const SCHEMA = 'edition.schema.json';

const WORKSPACE = `# A workspace: a folder of editions that are published together.
title: Memoranda of conversation
# publisher: who publishes the editions
# What others may do with your editions. This one gives up all rights in them: write another, or none, if you do not want that.
licence:
  name: CC0 1.0 Universal
  url: https://creativecommons.org/publicdomain/zero/1.0/
# Authority files (TEI), relative to this file; holders of well-known offices come with the program.
authorities:
  - authorities/people.xml
  - authorities/organisations.xml
  - authorities/places.xml
  - authorities/events.xml
`;

const EDITION = `# yaml-language-server: $schema=../edition.schema.json
# What the machine cannot know. Every key may be left out.
version: 0.1.0
# date: 2026-11-24                # day of this version
# editor: who is responsible for the decisions
# title: made from the form where it is left out
# language: en
drafter: person.guthrie           # ids are those of the authority files
# place: place.washington         # where it was made, when the form gives only a room

# The paper.
source:
  repository: Department of State
  collection: Central Files       # the fonds, or the collection
  shelfmark: 611.61/1-1063        # the file
  form: typescript                # carbon copy, photocopy …
  # extent: 4 pages
  # classification: Secret
  # provenance: how it came to be where it is
  image: No image of the paper was available.
  # rights: who may do what with it

# Other texts of the document, each under its siglum; “memcon collate” compares those that have a file.
witnesses:
  frus:
    title: Foreign Relations of the United States, 1961–1963
    detail: volume V, document 278
    url: https://history.state.gov/historicaldocuments/frus1961-63v05/d278
    # file: frus1961-63v05.xml#d278

# Hands other than the typist's.
hands:
  hand.approval:
    description: Notes the approval in the Office of the Secretary.
    certainty: low

# People who were there and whom the document does not list.
# present:
#   - person: person.thompson
#     delegation: U.S.

# What you decide. Each decision quotes its words, the part meant in [square brackets], with the page they stand on; or
# it names a paragraph (paragraph: par.2) or a line of the transcription (line: 40). Then it says one thing:
#   reading, reason   a misreading; with witness after another text, else by conjecture
#   variants          what witnesses read, where the words stay
#   hand, where       what was added or struck out by hand
#   furniture, where  a stamp, a page number, a catchword …, and no text
#   person            who is meant; organisation, place, event likewise; nobody
#   speaker, to       whose words are reported, and to whom; through: the last words of the turn
#   break             page, or none: a page begins with the words, or none does
#   note, about       a commentary, on history or on the text
#   keep, reason      the finding is no error
# With each: certainty (high, medium, low), date, and since, the version in which it first stood.
decisions:
  - page: 1
    quote: "Lev Isaakovich [Khodelovich]"
    reading: Mendelevich
    witness: frus
    certainty: high
    reason: The printed edition reads Mendelevich.
  - page: 1
    quote: "Approved in S"
    hand: hand.approval
  - page: 1
    quote: "the text of the joint letter to the UN Secretary General"
    note: The letter of 7 January 1963, by which the two governments asked to take Cuba off the agenda.

# What was done to the edition beside the decisions, which are listed by themselves.
# revisions:
#   - date: 2026-11-24
#     what: Compared with the printed edition.
`;

export const initCommand = (finish: Finish): Command =>
  new Command('init')
    .description('Make a workspace with one small example')
    .argument('[dir]', 'folder for the workspace', '.')
    .option('-q, --quiet', 'print errors only')
    .option('--json', 'print the files written as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (dir: string, options: OutputOptions) => {
      if ((await kindOf(join(dir, 'memcon.yaml'))) !== undefined) {
        throw new MaterialError(
          message('output-is-writable', {
            file: join(dir, 'memcon.yaml'),
            reason: `“${dir}” is a workspace already.`,
            advice: 'Name another folder; nothing was changed.',
          }),
        );
      }
      const memo = await readFile(packageFile(`editions/${EXAMPLE}/transcription.md`), 'utf8');
      const files = new Map<string, string>([
        ['memcon.yaml', WORKSPACE],
        [`${EXAMPLE}/edition.yaml`, EDITION],
        [`${EXAMPLE}/transcription.md`, memo.slice(0, memo.indexOf(FIRST_PAGE_ENDS)).trimEnd() + '\n'],
      ]);
      // Beside the editions, so that an editor of text can complete and check their keys without the network.
      files.set(SCHEMA, await readFile(packageFile(`schema/${SCHEMA}`), 'utf8'));
      for (const name of ['people', 'organisations', 'places', 'events']) {
        const path = `authorities/${name}.xml`;
        files.set(path, await readFile(packageFile(`editions/${path}`), 'utf8'));
      }
      for (const path of files.keys()) {
        if ((await kindOf(join(dir, path))) !== undefined) {
          throw new MaterialError(
            message('output-is-writable', {
              file: join(dir, path),
              reason: `“${join(dir, path)}” is there already.`,
              advice: 'Name another folder, or move the file away; nothing was changed.',
            }),
          );
        }
      }
      const written = await writeAll(dir, files);
      if (options.json) console.log(JSON.stringify({ written }, null, 1));
      else if (!options.quiet)
        console.log(`${written.map((path) => join(dir, path)).join('\n')}\nNow: cd ${dir} && memcon build`);
      finish('done');
    });
