import { sweep } from '../fixture/fault-runner';
import { BUILDING_STORIES } from './stories/building';

sweep(BUILDING_STORIES);
