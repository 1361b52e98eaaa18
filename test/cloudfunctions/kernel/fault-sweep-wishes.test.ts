import { sweep } from '../fixture/fault-runner';
import { WISH_STORIES } from './stories/wishes';

sweep(WISH_STORIES);
