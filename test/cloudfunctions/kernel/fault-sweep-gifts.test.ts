import { sweep } from '../fixture/fault-runner';
import { GIFT_STORIES } from './stories/gifts';

sweep(GIFT_STORIES);
