import { render } from 'preact';
import './popup.css';
import { PageOverview } from '@/components/PageOverview';
import { readOverview } from './read-overview';

const app = document.getElementById('app');
if (app) render(<PageOverview overview={await readOverview()} />, app);
