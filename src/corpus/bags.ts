import type { Bag } from '../deposit/bag/bag.js';
import { bagInArchive } from './bag-archive.js';
import { bagInFolder } from './bag-folder.js';
import { kindOf } from './files.js';

/** Whether a path is to be proved as a bag: any folder, and archives by the ending of their names. */
export const isBagPath = async (path: string): Promise<boolean> =>
  (await kindOf(path)) === 'folder' || /\.zip$/i.test(path);

/** @throws MaterialError where an archive cannot be read */
export const openBag = async (path: string): Promise<Bag> =>
  (await kindOf(path)) === 'folder' ? bagInFolder(path) : bagInArchive(path);
