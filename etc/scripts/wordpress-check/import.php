<?php
// import.php FOLDER FILE : reads a WXR file with WordPress's own functions, as the plugin "WordPress Importer" does, and prints what WordPress then shows.
$_SERVER['HTTP_HOST'] = 'wordpress.test';
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
wp_set_current_user(1);

$file = simplexml_load_file($argv[2], 'SimpleXMLElement', LIBXML_NONET);
if (!$file) { fwrite(STDERR, "The file is not well formed.\n"); exit(1); }
$spaces = $file->getDocNamespaces(true);
$version = (string) $file->channel->children($spaces['wp'])->wxr_version;
if (!preg_match('/^\d+\.\d+$/', $version)) { fwrite(STDERR, "No wxr_version.\n"); exit(1); }

foreach ($file->channel->children($spaces['wp'])->category as $category)
    wp_insert_category(['cat_name' => (string) $category->cat_name, 'category_nicename' => (string) $category->category_nicename]);

$numbers = [];
foreach ($file->channel->item as $item) {
    $wp = $item->children($spaces['wp']);
    $type = (string) $wp->post_type;
    if (!post_type_exists($type)) { fwrite(STDERR, "Unknown post type $type.\n"); exit(1); }
    $id = wp_insert_post(wp_slash([
        'post_type' => $type, 'post_title' => (string) $item->title, 'post_status' => (string) $wp->status, 'post_name' => (string) $wp->post_name,
        'post_content' => (string) $item->children($spaces['content'])->encoded, 'post_excerpt' => (string) $item->children($spaces['excerpt'])->encoded,
        'post_date' => (string) $wp->post_date, 'post_date_gmt' => (string) $wp->post_date_gmt, 'post_author' => 1, 'menu_order' => (int) $wp->menu_order,
        'guid' => $type === 'attachment' ? (string) $wp->attachment_url : (string) $item->guid,
    ]), true);
    if (is_wp_error($id)) { fwrite(STDERR, $id->get_error_message() . ' : ' . $item->title . "\n"); exit(1); }
    $numbers[(int) $wp->post_id] = $id;
    foreach ($wp->postmeta as $meta) add_post_meta($id, (string) $meta->meta_key, wp_slash((string) $meta->meta_value));
    $slugs = [];
    foreach ($item->category as $term) if ((string) $term['domain'] === 'category') $slugs[] = (string) $term['nicename'];
    if ($slugs) wp_set_object_terms($id, $slugs, 'category');
}
foreach ($numbers as $id)
    if (get_post_type($id) === 'nav_menu_item' && ($target = (int) get_post_meta($id, '_menu_item_object_id', true)) && isset($numbers[$target]))
        update_post_meta($id, '_menu_item_object_id', $numbers[$target]);

// What readers of that WordPress see: its own filters, blocks and shortcodes at work.
$seen = [];
foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC']) as $post)
    $seen[$post->post_type][] = ['title' => $post->post_title, 'status' => $post->post_status, 'slug' => $post->post_name, 'text' => apply_filters('the_content', $post->post_content), 'blocks' => count(array_filter(parse_blocks($post->post_content), fn($block) => $block['blockName']))];
echo json_encode($seen, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
