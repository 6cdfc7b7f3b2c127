/** What runs in the browser: the screen of the simulator's page, and what a test measures of it. */
import { createScreen } from '../../../simulator/web/page/screen.ts';

Object.assign(window, { createScreen });
