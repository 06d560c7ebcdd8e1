import { GraduationCap } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { permissions } from './api';

const authors = { permissions: [permissions.courses] };

export default defineModule({
  entries: [{ path: 'formations', titleKey: 'learning.title', icon: GraduationCap, sheet: 'courses', order: 50, permissions: [permissions.learn, permissions.courses], key: 'f' }],
  references: [{ scheme: 'course', permissions: [permissions.learn, permissions.courses], load: async () => (await import('./references')).findCourses }],
  routes: [
    { path: 'formations', name: 'catalogue', component: () => import('./pages/CataloguePage.vue') },
    { path: 'formations/les-notres', name: 'courses', component: () => import('./pages/CoursesPage.vue'), meta: authors },
    { path: 'formations/les-notres/:id', name: 'course', component: () => import('./pages/CoursePage.vue'), meta: authors },
    { path: 'formations/les-notres/:id/resultats', name: 'courseResults', component: () => import('./pages/ResultsPage.vue'), meta: { permissions: [permissions.results] } },
    { path: 'formations/lecons/:id', name: 'lesson', component: () => import('./pages/LessonPage.vue'), meta: authors },
  ],
});
