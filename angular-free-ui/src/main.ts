import { createApp } from 'vue';
import { VueQueryPlugin } from '@tanstack/vue-query';
import App from '@/App.vue';
import { router } from '@/app/router';
import { i18n, savedLanguage, setLanguage } from '@/framework/i18n';
import '@/ui/tokens.css';
import '@/ui/base.css';

async function start() {
  if (import.meta.env.MODE === 'mocked') (await import('@/mocks')).startMocks();
  await setLanguage(savedLanguage());
  createApp(App).use(i18n).use(VueQueryPlugin).use(router).mount('#app');
}

void start();
