import { sweep } from '../fixture/fault-runner';
import { PUBLISHING_STORIES } from './stories/publishing';

sweep(PUBLISHING_STORIES);
