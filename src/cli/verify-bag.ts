import { isBagPath, openBag } from '../corpus/bags.js';
import { kindOf, readRequired } from '../corpus/files.js';
import type { BagProof } from '../deposit/bag/bag.js';
import { sizeInWords } from '../deposit/bag/bag-info.js';
import { checkBag } from '../deposit/bag/check.js';
import { isError, MaterialError, type Message } from '../messages/message.js';
import { UsageError } from './output.js';

export interface ProvedBag {
  readonly path: string;
  readonly messages: readonly Message[];
  readonly proof?: BagProof;
}

/**
 * The bags among these paths, and what else there is.
 * @throws UsageError where a path leads to nothing
 */
export async function bagsAmong(paths: readonly string[]): Promise<{ bags: string[]; others: string[] }> {
  const bags: string[] = [];
  const others: string[] = [];
  for (const path of paths) {
    if ((await kindOf(path)) === undefined)
      await readRequired(path).catch((error: unknown) => {
        throw error instanceof MaterialError ? new UsageError(error.found) : error;
      });
    ((await isBagPath(path)) ? bags : others).push(path);
  }
  return { bags, others };
}

export async function proveBag(path: string): Promise<ProvedBag> {
  try {
    const proof = await checkBag(await openBag(path));
    return { path, messages: proof.messages, proof };
  } catch (error) {
    if (error instanceof MaterialError) return { path, messages: [error.found] };
    throw error;
  }
}

export function bagLine({ path, proof, messages }: ProvedBag): string | undefined {
  if (!proof || messages.some(isError)) return undefined;
  const { payload, algorithms, version } = proof;
  const files = `${payload.files.toLocaleString('en-US')} file${payload.files === 1 ? '' : 's'}`;
  return `${path}: a valid bag (BagIt ${version}): ${files}, ${sizeInWords(payload.bytes)}, all there and as listed by ${algorithms.join(' and ')}`;
}

export const bagData = ({ path, proof, messages }: ProvedBag) => ({
  bag: path,
  valid: !messages.some(isError),
  ...(proof && { version: proof.version, payload: proof.payload, algorithms: proof.algorithms }),
});
