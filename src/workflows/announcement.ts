import type { NoticeWave, WaveOutcome } from '../activities/types.js';
import { post } from './activities.js';

/** Delivers one wave of mails that must arrive even if the step that sent it is over and the mail server is down. */
export async function announcement(wave: NoticeWave): Promise<WaveOutcome> {
  return await post.notify(wave);
}
