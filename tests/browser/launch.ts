import { type Browser, chromium as driver } from 'playwright-core';
import { chromium } from '../repository.js';

/** Starts the Chromium that is installed, without what it would ask of other servers. */
export const launch = (): Promise<Browser> =>
  driver.launch({
    executablePath: chromium!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
