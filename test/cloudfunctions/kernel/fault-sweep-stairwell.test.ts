import { sweep } from '../fixture/fault-runner';
import { STAIRWELL_STORIES } from './stories/stairwell';

sweep(STAIRWELL_STORIES);
