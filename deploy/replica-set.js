// Makes the one server a replica set and gives Pokana its own user, who may touch Pokana's database and nothing else.
// Safe to run again: what is right already stays as it is; a new password in .env is taken over.

const server = "mongodb://mongo:27017/admin?directConnection=true&serverSelectionTimeoutMS=2000";
const pokanasPassword = process.env.POKANA_MONGODB_PASSWORD;

function asRoot() {
  const admin = connect(server);
  admin.auth("root", require("fs").readFileSync("/data/configdb/root-password", "utf8"));
  return admin;
}

function startReplicaSet(admin) {
  try {
    admin.adminCommand({ replSetGetStatus: 1 });
  } catch (notYet) {
    if (notYet.codeName !== "NotYetInitialized") {
      throw notYet;
    }
    admin.adminCommand({
      replSetInitiate: { _id: "pokana", members: [{ _id: 0, host: "mongo:27017" }] },
    });
    print("The replica set is started.");
  }
}

function mustLead(admin) {
  if (!admin.hello().isWritablePrimary) {
    throw new Error("the server does not lead its replica set yet");
  }
}

function knows(password) {
  try {
    connect(server).getSiblingDB("pokana").auth("pokana", password);
    return true;
  } catch (refused) {
    if (refused.codeName !== "AuthenticationFailed") {
      throw refused;
    }
    return false;
  }
}

function welcomePokana(admin) {
  if (knows(pokanasPassword)) {
    return;
  }
  const database = admin.getSiblingDB("pokana");
  if (database.getUser("pokana")) {
    database.changeUserPassword("pokana", pokanasPassword);
    print("Pokana's password is changed.");
    return;
  }
  database.createUser({ user: "pokana", pwd: pokanasPassword, roles: [{ role: "readWrite", db: "pokana" }] });
  print("Pokana's user is made.");
}

function ready() {
  try {
    const admin = asRoot();
    startReplicaSet(admin);
    mustLead(admin);
    welcomePokana(admin);
    return true;
  } catch (trouble) {
    lastTrouble = trouble;
    return false;
  }
}

let lastTrouble;
let seconds = 0;
while (!ready() && seconds < 90) {
  sleep(1000);
  seconds++;
}
if (seconds === 90) {
  print("MongoDB was not ready within 90 seconds: " + lastTrouble.message);
  quit(1);
}
print("MongoDB is ready for Pokana.");
