import { writeFileSync } from 'node:fs';
import { themeCss } from '../src/scene/theme.ts';

writeFileSync(new URL('../src/app/theme.generated.css', import.meta.url), themeCss());
