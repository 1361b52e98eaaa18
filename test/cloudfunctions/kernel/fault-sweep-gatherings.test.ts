import { sweep } from '../fixture/fault-runner';
import { GATHERING_STORIES } from './stories/gatherings';

sweep(GATHERING_STORIES);
