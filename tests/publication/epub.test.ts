import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { epubcheck, inRepository, readText, skipped } from '../repository.js';
import { teiReadingText } from '../tei-text.js';
import { xpathOf } from '../xpath.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const flagship = readText(`output/${NAME}/${NAME}.xml`);
const site = { title: 'Memoranda', layout: 'workspace' } as const;

async function bookOf(tei: string, address?: string): Promise<{ bytes: Uint8Array; page: string }> {
  const reported: Message[] = [];
  const files = await publish(
    [{ name: 'memo', tei }],
    { ...site, ...(address !== undefined && { address }) },
    { ...context, report: (found) => reported.push(found) },
    { epub: true },
  );
  expect(reported).toEqual([]);
  return { bytes: files.get('memo/memo.epub') as Uint8Array, page: String(files.get('memo/index.html')) };
}
