export { default } from '#app/forbidden.tsx';
