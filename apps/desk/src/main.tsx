import './theme/tokens.css';
import './theme/base.css';
import './theme/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepFocus } from './platform/keep-focus.ts';
// After the styles of the components: these hold over them.
import './theme/table.css';
import './theme/print.css';

keepFocus();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
