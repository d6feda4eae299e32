import { stopOne } from '../soak/stops';
import { Random } from '../unit/support/random';

describe('an extension host that is stopped in the middle', () => {
	before(function () {
		if (process.platform !== 'linux') {
			this.skip(); // its process is found by what Linux tells
		}
	});

	it('leaves the text as asked or as before, and all goes on', async () => {
		await stopOne(new Random(1));
	});
});
