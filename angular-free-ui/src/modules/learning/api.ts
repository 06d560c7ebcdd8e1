import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http } from '@/framework/api/http';
import { fileForm } from '@/framework/files';
import type { CountedPage } from '@/framework/usePagedList';

type Schema = components['schemas'];

export type CourseStatus = 'Draft' | 'Published';
export const questionKinds = ['SingleChoice', 'MultipleChoice', 'TrueFalse', 'ShortAnswer', 'Numerical'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type CompletionRule = 'Passed' | 'Completed';

export type CourseListItem = Answer<Schema['CourseListItemDto']>;

export type LessonListItem = Answer<Schema['LessonListItemDto']>;

export type Course = Answer<Schema['CourseDto']>;

export type Lesson = Answer<Schema['LessonDto']>;

export type Advice = Answer<Schema['QuestionAdviceDto']>;

export type Question = Answer<Schema['QuestionDto']>;

export type QuestionContent = Question['content'];

export type QuestionAnswer = QuestionContent['answers'][number];

export type QuestionText = QuestionContent['text'];

export type CourseResult = Answer<Schema['CourseResultDto']>;

export type LessonResult = CourseResult['lessons'][number];

export type GiftIssue = Answer<Schema['GiftIssueDto']>;

export type QuestionImport = Omit<Answer<Schema['QuestionImportDto']>, 'questions'> & { questions: (Answer<Schema['ImportedQuestionDto']> & { action: 'Create' | 'Update' | 'Nothing' })[] };

export type CatalogueCourse = Answer<Schema['CatalogueCourseDto']>;

export const permissions = {
  courses: 'Learning.Courses',
  write: 'Learning.Courses.Write',
  publish: 'Learning.Courses.Publish',
  results: 'Learning.Results',
  learn: 'Learning.Tasks.Check',
} as const;

const root = '/api/learning';

export const coursesApi = {
  catalogue: async () => (await http.get<{ items: CatalogueCourse[] }>(`${root}/catalogue`, undefined, { hub: true })).items,
  ownCatalogue: async () => (await http.get<{ items: CatalogueCourse[] }>(`${root}/catalogue`)).items,
  list: (skipCount: number) => http.get<CountedPage<CourseListItem>>(`${root}/course`, { skipCount, maxResultCount: 50 }),
  get: (id: string) => http.get<Course>(`${root}/course/${id}`),
  create: (title: string, language: string) => http.post<Course>(`${root}/course`, { title, summary: '', language }),
  update: (course: Course) => http.put<Course>(`${root}/course/${course.id}`, course),
  publish: (id: string) => http.post<Course>(`${root}/course/${id}/publish`),
  results: (id: string) => http.get<CourseResult>(`${root}/result/${id}`),
  archivePath: (id: string) => `${root}/course/${id}/archive`,
  import: (file: File) => http.post<Course>(`${root}/course/archive`, fileForm(file)),
  unpublish: (id: string) => http.post<Course>(`${root}/course/${id}/unpublish`),
};

export const lessonsApi = {
  get: (id: string) => http.get<Lesson>(`${root}/lesson/${id}`),
  create: (courseId: string, title: string) => http.post<Lesson>(`${root}/lesson`, { courseId, title, aim: '', minutes: 5, completionRule: 'Completed' }),
  update: (lesson: Lesson) => http.put<Lesson>(`${root}/lesson/${lesson.id}`, lesson),
  move: (id: string, position: number) => http.post(`${root}/lesson/${id}/move`, { position }),
  delete: (id: string) => http.delete(`${root}/lesson/${id}`),
  restore: (id: string) => http.post<Lesson>(`${root}/lesson/${id}/restore`),
  publish: (id: string) => http.post<Lesson>(`${root}/lesson/${id}/publish`),
  tasks: async () => (await http.get<{ items: string[] }>(`${root}/lesson/tasks`)).items,
};

export const questionsApi = {
  list: (courseId: string, lessonId: string) => http.get<CountedPage<Question>>(`${root}/question`, { courseId, lessonId, maxResultCount: 100 }),
  ofCourse: async (courseId: string) => (await http.get<CountedPage<Question>>(`${root}/question`, { courseId, maxResultCount: 1000 })).items,
  create: (lessonId: string, content: QuestionContent) => http.post<Question>(`${root}/question`, { lessonId, content }),
  update: ({ id, concurrencyStamp }: Question, content: QuestionContent) => http.put<Question>(`${root}/question/${id}`, { content, concurrencyStamp }),
  restore: (id: string) => http.post<Question>(`${root}/question/${id}/restore`),
  delete: (id: string) => http.delete(`${root}/question/${id}`),
  import: (lessonId: string, gift: string, dryRun: boolean) => http.post<QuestionImport>(`${root}/question/import`, { lessonId, gift, dryRun }),
  gift: (courseId: string) => http.get<{ fileName: string; gift: string; losses: GiftIssue[] }>(`${root}/question/${courseId}/gift`),
};
