import { sweep } from '../fixture/fault-runner';
import { ISSUE_STORIES } from './stories/issues';

sweep(ISSUE_STORIES);
