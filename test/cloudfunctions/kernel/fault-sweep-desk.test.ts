import { sweep } from '../fixture/fault-runner';
import { DESK_STORIES } from './stories/desk';

sweep(DESK_STORIES);
