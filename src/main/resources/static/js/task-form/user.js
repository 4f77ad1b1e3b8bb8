/** The name of who is signed in to Tasklist. */
export const currentUser = () =>
  window.angular.element(document.body).injector().get('$rootScope').authentication.name;
