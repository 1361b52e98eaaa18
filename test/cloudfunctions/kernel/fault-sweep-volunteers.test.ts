import { sweep } from '../fixture/fault-runner';
import { VOLUNTEER_STORIES } from './stories/volunteers';

sweep(VOLUNTEER_STORIES);
