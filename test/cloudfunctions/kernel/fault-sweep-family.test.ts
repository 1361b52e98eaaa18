import { sweep } from '../fixture/fault-runner';
import { FAMILY_STORIES } from './stories/family';

sweep(FAMILY_STORIES);
