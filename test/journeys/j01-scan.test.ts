import { openJourney } from './kit/journey';
import { register, scanned } from './kit/family';
import type { SubmissionDocument } from '../../cloudfunctions/repositories/documents';

const { journey, walk } = openJourney();
const DOOR = '苹果花园 3-2-502';

describe('J1 a resident scans the door code and is done in three minutes', () => {
  walk('J1.X5 takes at most 60 interactions and opens the keyboard twice', async () => {
    const { street } = journey;
    const { scene, id } = street.door(DOOR);
    const phone = await journey.phone('resident A', scanned(scene));
    const startedAt = Date.now();

    await register(phone);

    const { keyboardOpenings } = await phone.meter();
    console.log(
      `J1: ${phone.interactions} interactions, ${keyboardOpenings} keyboard openings, ${Date.now() - startedAt} ms`,
    );
    expect(phone.interactions).toBeLessThanOrEqual(60);
    expect(keyboardOpenings).toBe(2);
    const [submission] = await street.all<SubmissionDocument>('submissions', { doorId: id });
    expect(submission?.state).toBe('waiting');
  });
});
