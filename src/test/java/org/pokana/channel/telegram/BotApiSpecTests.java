package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check itself: each rule is broken once, and once kept to the last character. */
class BotApiSpecTests {

    private final BotApiSpec spec = new BotApiSpec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendMessage   | {'chat_id':7}                                             | sendMessage.text: missing
            sendMessage   | {'text':'x'}                                              | sendMessage.chat_id: missing
            sendMessage   | {'chat_id':7,'text':null}                                 | sendMessage.text: missing
            sendMessage   | {'chat_id':7,'text':5}                                    | sendMessage.text: not a string
            sendMessage   | {'chat_id':7,'text':''}                                   | sendMessage.text: 0 characters, not within 1 and 4096
            sendMessage   | {'chat_id':7,'text':'x','disable_web_page_preview':true}  | sendMessage.disable_web_page_preview: no such field
            sendMessage   | {'chat_id':7,'text':'x','parse_mode':'Html'}              | sendMessage.parse_mode: "Html" is none of ["HTML","MarkdownV2","Markdown"]
            sendMassage   | {}                                                        | sendMassage: no such method
            sendVenue     | {'chat_id':7,'latitude':'north','longitude':1.5,'title':'x','address':'y'} | sendVenue.latitude: not a number
            sendDocument  | {'chat_id':7}                                             | sendDocument.document: missing
            getUpdates    | {'limit':101}                                             | getUpdates.limit: 101 as a number, not within 1 and 100
            setMyCommands | {'commands':[{'command':'menu'}]}                         | setMyCommands.commands[0].description: missing
            setMyCommands | {'commands':{}}                                           | setMyCommands.commands: not an array
            """)
    void findsWhatIsWrong(String method, String fields, String breach) {
        assertThat(spec.breaches(method, fields(fields), Set.of())).containsExactly(breach);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendMessage   | {'chat_id':'7','text':'x','reply_markup':null}
            sendMessage   | {'chat_id':7,'text':'x','link_preview_options':{'is_disabled':true}}
            sendMessage   | {'chat_id':7,'text':'x','link_preview_options':'{\\"is_disabled\\":true}'}
            sendVenue     | {'chat_id':7,'latitude':'41.5','longitude':25,'title':'x','address':'y'}
            setMyCommands | {'commands':[{'command':'menu','description':'x'}],'scope':{'type':'all_private_chats'}}
            sendMediaGroup | {'chat_id':7,'media':[{'type':'photo','media':'1'},{'type':'video','media':'2','duration':5}]}
            """)
    void leavesValidCallsAlone(String method, String fields) {
        assertThat(spec.breaches(method, fields(fields), Set.of())).isEmpty();
    }

    @Test
    void countsTextInCharactersAsPeopleDo() {
        assertThat(spec.breaches("sendMessage", text("🙂".repeat(4096)), Set.of()))
                .isEmpty();
        assertThat(spec.breaches("sendMessage", text("🙂".repeat(4097)), Set.of()))
                .hasSize(1);
    }

    @Test
    void countsButtonDataInBytes() {
        assertThat(keyboard("[[{'text':'x','callback_data':'" + "ж".repeat(32) + "'}]]"))
                .isEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'" + "ж".repeat(33) + "'}]]"))
                .isNotEmpty();
    }

    @Test
    void wantsExactlyOneActionPerButtonAndRowsThatPhonesShow() {
        assertThat(keyboard("[[{'text':'x'}]]")).isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','url':'https://example.org'}]]"))
                .isNotEmpty();
        assertThat(keyboard("[[{'text':' ','callback_data':'1'}]]")).isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','style':'golden'}]]"))
                .isNotEmpty();
        assertThat(keyboard("[[{'text':'x','callback_data':'1','style':'success'}]]"))
                .isEmpty();
        var four = "{'text':'x','callback_data':'1'},".repeat(4);
        assertThat(keyboard("[[" + four.substring(0, four.length() - 1) + "]]")).isNotEmpty();
        var nine = "[{'text':'x','callback_data':'1'}],".repeat(9);
        assertThat(keyboard("[" + nine.substring(0, nine.length() - 1) + "]")).isNotEmpty();
    }

    private java.util.List<String> keyboard(String rows) {
        return spec.breaches(
                "sendMessage",
                fields("{'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':" + rows + "}}"),
                Set.of());
    }

    private static HashMap<String, JsonNode> text(String text) {
        return fields("{'chat_id':7,'text':'" + text + "'}");
    }

    private static HashMap<String, JsonNode> fields(String json) {
        var fields = new HashMap<String, JsonNode>();
        JsonMapper.shared()
                .readTree(json.replace('\'', '"'))
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
