import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The testing library cleans up by itself only where test functions are global.
afterEach(cleanup);
