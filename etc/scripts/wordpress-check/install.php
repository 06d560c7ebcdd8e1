<?php
// install.php FOLDER : what WordPress's installation page does, without the page.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = 'wordpress.test';
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Essai', 'essai', 'essai@wordpress.test', false, '', wp_generate_password());
update_option('siteurl', 'https://wordpress.test');
update_option('home', 'https://wordpress.test');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $post) wp_delete_post($post->ID, true);
