import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderWith, memcon, traceIn, treeOf } from '../command.js';

it('a fault of the program itself is one message, program-is-sound, without a trace and without output', async () => {
  const folder = folderWith({ 'memo.md': 'The Secretary said that it was late.\n' });
  try {
    const breaking = encodeURIComponent(
      "String.prototype.normalize = () => { throw new RangeError('broken on purpose'); };",
    );
    const before = treeOf(folder);
    const ran = await memcon(['build', 'memo.md', '--out', 'out'], folder, {
      env: { NODE_OPTIONS: `--import data:text/javascript,${breaking}` },
    });
    const { status, stderr } = ran;
    expect(status).toBe(1);
    expect(stderr).toContain('broken on purpose');
    expect(stderr).toContain('[program-is-sound]');
    expect(traceIn(ran)).toBeUndefined();
    expect(treeOf(folder)).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
