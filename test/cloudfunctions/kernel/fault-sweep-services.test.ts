import { sweep } from '../fixture/fault-runner';
import { SERVICE_STORIES } from './stories/services';

sweep(SERVICE_STORIES);
