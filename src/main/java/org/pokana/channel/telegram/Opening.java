package org.pokana.channel.telegram;

/** What is done once Telegram has accepted our token: the shopfront is dressed, and organizers see their commands. */
final class Opening {

    private final Shopfront shopfront;
    private final OrganizerMenus menus;

    Opening(Shopfront shopfront, OrganizerMenus menus) {
        this.shopfront = shopfront;
        this.menus = menus;
    }

    void soon() {
        menus.follow();
        Shopfront.soon(() -> {
            shopfront.dress();
            menus.hangAll();
        });
    }
}
