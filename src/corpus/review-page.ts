import { create } from 'xmlbuilder2';
import type { Context } from '../context.js';
import { publishReview } from '../publication/review.js';
import { countOf, type PlacedPassage, type Waiting } from '../review.js';
import { type ReviewedTask, yamlOf } from './review.js';

type Parent = ReturnType<typeof create>;

/** The page on which an editor works through what waits: one file, with its styles and its script. */
export async function reviewPage(reviews: readonly ReviewedTask[], context: Context): Promise<string> {
  const root = create({ version: '1.0' }).ele('review', {
    count: countOf(reviews.flatMap(({ waiting }) => waiting)),
    software: `${context.software.name} ${context.software.version}`,
  });
  let n = 0;
  for (const { task, waiting, notes } of reviews) {
    const edition = root.ele('edition', { name: task.name, file: task.transcription });
    for (const entry of waiting) entryIn(edition, entry, ++n);
    for (const { rule, reason, advice } of notes) {
      const note = edition.ele('note', { rule });
      note.ele('reason').txt(reason);
      note.ele('advice').txt(advice);
    }
  }
  return publishReview(root.end(), context);
}

function entryIn(edition: Parent, waiting: Waiting, n: number): void {
  const { consequence, certainty, what, stands, proposed, evidence, advice, passages, options, file, place, page } =
    waiting;
  const entry = edition.ele('entry', {
    n,
    consequence,
    certainty,
    what,
    ...(file !== undefined && { file }),
    ...(place && { line: place.start.line, column: place.start.column }),
    ...(page !== undefined && { page }),
  });
  for (const passage of passages) passageIn(entry, passage);
  if (stands !== '') entry.ele('stands').txt(stands);
  for (const words of proposed) entry.ele('proposed').txt(words);
  entry.ele('evidence').txt(evidence);
  entry.ele('advice').txt(advice);
  if (waiting.decided) entry.ele('decided', { line: waiting.decided.start.line });
  for (const option of options) {
    const { does, says, choices = [] } = option;
    const element = entry.ele('option', { does });
    element.ele('says').txt(says);
    for (const { id, name } of choices) element.ele('choice', { id }).txt(name);
    element.ele('yaml').txt(yamlOf(option));
  }
}

function passageIn(entry: Parent, { before, words, behind, place, page }: PlacedPassage): void {
  const passage = entry.ele('passage', { line: place.start.line, column: place.start.column, page });
  passage.ele('before').txt(before);
  passage.ele('words').txt(words);
  passage.ele('behind').txt(behind);
}
